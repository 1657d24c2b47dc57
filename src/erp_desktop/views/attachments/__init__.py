"""Files beside a document, a product or a partner, as a person sees and handles them."""
