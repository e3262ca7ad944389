package annotate

import (
	"context"
	"encoding/json"
	"iter"

	"hashiya/annotate/dataset"
	"hashiya/model"
)

// Export writes a whole project in a format and returns how many articles it
// holds. progress, if not nil, hears how many of them are done. Cancelling
// leaves nothing behind.
func Export(ctx context.Context, archive Archive, format dataset.Format, path string, force bool,
	progress func(done, total int),
) (int, error) {
	report, err := ExportWith(ctx, archive, format, path, dataset.Options{Force: force}, progress)
	if err != nil {
		return 0, err
	}
	return report.Articles, nil
}

// ExportWith writes what options choose of a project in a format, sees that the
// files hold it, and reports what is in them and what the format cannot hold.
// progress and cancelling are those of Export.
func ExportWith(ctx context.Context, archive Archive, format dataset.Format, path string, o dataset.Options,
	progress func(done, total int),
) (*dataset.Report, error) {
	h, err := Header(archive)
	if err != nil {
		return nil, err
	}
	counts, err := archive.Counts()
	if err != nil {
		return nil, err
	}
	follow, err := newResolver(archive)
	if err != nil {
		return nil, err
	}
	if !format.Redirects {
		follow.header(h)
	}
	documents := func(yield func(*dataset.Document, error) bool) {
		for d, err := range Documents(archive) {
			if err == nil {
				err = ctx.Err()
			}
			if err == nil && !format.Redirects {
				follow.document(d)
			}
			if !yield(d, err) {
				return
			}
		}
	}
	return dataset.Write(format, path, o, h, documents, func(done int) {
		if progress != nil {
			progress(done, max(done, counts[string(model.TableArticle)]))
		}
	})
}

// Export writes the project in a format, as the function Export does.
func (p *Project) Export(ctx context.Context, archive Archive, format dataset.Format, path string, force bool,
	progress func(done, total int),
) (int, error) {
	return Export(ctx, archive, format, path, force, progress)
}

// ExportWith writes what options choose of the project, as the function
// ExportWith does.
func (p *Project) ExportWith(ctx context.Context, archive Archive, format dataset.Format, path string, o dataset.Options,
	progress func(done, total int),
) (*dataset.Report, error) {
	return ExportWith(ctx, archive, format, path, o, progress)
}

// Header returns the project line of an export: codebook, entities and people,
// by key and name.
func Header(archive Archive) (*dataset.Header, error) {
	row, err := archive.Project()
	if err != nil {
		return nil, err
	}
	body, err := archive.Codebook(row.Codebook)
	if err != nil {
		return nil, err
	}
	h := &dataset.Header{Name: row.Name, Codebook: json.RawMessage(body.Body), Extra: row.Extra}
	if h.Codebooks, err = otherCodebooks(archive, row.Codebook); err != nil {
		return nil, err
	}
	entities, err := archive.Entities()
	if err != nil {
		return nil, err
	}
	index := newEntities(entities)
	for _, e := range entities {
		e.Parent, e.MergedInto = index.key(e.Parent), index.key(e.MergedInto)
		h.Entities = append(h.Entities, e)
	}
	h.Annotators, err = archive.Annotators()
	return h, err
}

// key returns the key of the entity of an id itself, not of one it was merged
// into: files keep what the records say.
func (e *Entities) key(id string) string { return e.byID[id].Key }

// Documents yields every article of a project with all its records, one at a
// time.
func Documents(archive Archive) iter.Seq2[*dataset.Document, error] {
	return func(yield func(*dataset.Document, error) bool) {
		people, err := archive.Annotators()
		if err != nil {
			yield(nil, err)
			return
		}
		entities, err := archive.Entities()
		if err != nil {
			yield(nil, err)
			return
		}
		names := map[string]string{}
		for _, a := range people {
			names[a.ID] = a.Name
		}
		index := newEntities(entities)
		for a, err := range archive.EachArticle() {
			if err != nil {
				yield(nil, err)
				return
			}
			d, err := document(archive, a, index, names)
			if !yield(d, err) || err != nil {
				return
			}
		}
	}
}

func document(archive Archive, a model.Article, entities *Entities, names map[string]string) (*dataset.Document, error) {
	text, err := archive.Text(a.ID)
	if err != nil {
		return nil, err
	}
	works, err := archive.Works(a.ID)
	if err != nil {
		return nil, err
	}
	d := &dataset.Document{Article: a, Text: text}
	for i := range works {
		d.Records = append(d.Records, keyed(&works[i], entities, names))
	}
	return d, nil
}

// keyed returns a record as files have it.
func keyed(w *model.Work, entities *Entities, names map[string]string) dataset.Record {
	r := dataset.Record{Record: w.Record}
	r.Annotator = names[w.Record.Annotator]
	for _, kind := range model.Kinds {
		for _, item := range w.Order(kind) {
			item = item.Clone()
			mapEntities(item, entities.key)
			r.Items = append(r.Items, item)
		}
	}
	for _, span := range w.Spans {
		span.Entity = entities.key(span.Entity)
		r.Spans = append(r.Spans, span)
	}
	model.SortSpans(r.Spans)
	return r
}
