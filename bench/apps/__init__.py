"""The peers' pages, each written as its library's documentation recommends."""
