"""Arabic text as such: folding, words, stems, sentences, number words, lexicons. Pure."""
