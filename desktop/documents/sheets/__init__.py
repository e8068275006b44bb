"""Tables in and out: CSV and XLSX read as lines of texts with their places, and written so that nothing in them runs.

``opening`` reads a file by what it is, ``writing`` writes one by its name; ``mapping`` says what the columns of a table
mean for the records of a case, ``values`` reads the words people write into cells.
"""
