"""Which branches the tests run: of the Python packages, and of the script in the browser."""
