"""Invented Arabic passages for the tests of this folder; places, people and outlets do not exist."""

from takhrij.model.document import Document

# The mayor of an invented town opens an olive market; the second tells of a ferry.
OLIVES = (
    "افتتح عمدة بلدة زهران سوق الزيتون القديم بعد ترميم استمر تسعة أشهر، وأوضح أن المعصرة الحجرية ستعمل "
    "بطاقتها الكاملة ابتداء من موسم القطاف، وأن ستين عائلة من مزارعي الوادي حصلت على قروض بلا فوائد لشراء البراميل والسلال"
)
FERRY = (
    "تعطلت عبارة خشبية كانت تقل سبعة وثلاثين تلميذا قرب جزيرة مرجانة بسبب ضباب كثيف، وقطر زورق صيد العبارة إلى المرفأ "
    "حيث قدم متطوعون بطانيات وحساء ساخنا للتلاميذ ومعلمتهم قبل أن تنقلهم حافلات إلى قراهم"
)
WEATHER = "توقعت محطة الأرصاد في هضبة سمران هبوب رياح شمالية مثيرة للغبار مع انخفاض ملموس في الحرارة وتشكل صقيع فوق المرتفعات فجرا"


def article(text: str, name: str = "a", outlet: str | None = None) -> Document:
    """A document of which only text, name and outlet matter."""
    return Document(name, name, 1, outlet, None, None, None, text, None, None, None)
