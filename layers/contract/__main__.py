"""Write the browser's types of the contract."""

from layers.contract.browser_types import TYPES_FILE, declarations


def main() -> None:
    """Write the file anew."""
    TYPES_FILE.write_text(declarations(), encoding="utf-8")


if __name__ == "__main__":
    main()
