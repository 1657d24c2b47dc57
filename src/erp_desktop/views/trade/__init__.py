"""What buying and selling share: one list page, one order page, one way to answer a paper."""
