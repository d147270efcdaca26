"""Data files that people keep: read strictly, with the place of every value, and edited in place.

* `reading.read` turns a YAML file into a `documents.Document`: plain data, places, problems.
* `checking.validate` makes a pydantic model of it, and says in a person's words what is wrong.
* `references.dangling` finds ids that name nothing; `references.Ref` marks fields that hold ids.
* `editing.edit` changes a value or adds one, keeps every other byte of the file, and refuses a
  file that changed meanwhile. Its neighbor for files of lines is `collabkit.files.appending`.

The only room that knows YAML.
"""
