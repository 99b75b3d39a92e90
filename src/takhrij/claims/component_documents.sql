-- reads:  components, tellings
-- writes: component_documents
-- a row:  a document that holds a telling of the component
select distinct components.component, tellings.document
from components join tellings on tellings.telling = components.telling
