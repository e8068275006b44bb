"""Files in, files out: composing, writing, reading and extracting documents, without SQL or Qt."""
