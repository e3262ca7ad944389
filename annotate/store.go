package annotate

import "hashiya/model"

// Store keeps a project. Apply returns only when the edit is on the disk.
type Store interface {
	Apply(model.Edit) (model.Edit, error)
	History(article, author string) ([]model.Edit, error)
	Edit(model.Stamp) (model.Edit, error)

	Project() (model.Project, error)
	Codebook(ref string) (model.CodebookRow, error)
	Annotators() ([]model.Annotator, error)
	Entities() ([]model.Entity, error)
	Article(id string) (model.Article, bool, error)
	Text(article string) (string, error)
	Work(article, annotator string) (model.Work, bool, error)
	ReadOnly() bool

	CodebookStore
}
