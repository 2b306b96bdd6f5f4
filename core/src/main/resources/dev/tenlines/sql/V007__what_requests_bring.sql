-- What a request brings besides its text and fields, as JSON: conversation, words, groups. Null for nothing.
ALTER TABLE requests ADD COLUMN brought TEXT;
