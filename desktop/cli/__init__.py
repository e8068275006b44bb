"""The command line: each verb parses its arguments, calls one operation and prints the result."""
