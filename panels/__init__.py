"""What Streamlit shows: the map host, the table, the downloads and the pages around them."""
