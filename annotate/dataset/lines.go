package dataset

import (
	"fmt"
	"io"
)

// lineWriter writes JSON Lines, one for each record of an article, and one for
// an article without records, which v is nil for.
type lineWriter struct {
	*Sink
	*encoder
	file io.Writer
	line func(w *lineWriter, d *Document, v *view)
}

func newLineWriter(s *Sink, line func(w *lineWriter, d *Document, v *view)) (Writer, error) {
	file, err := s.Create("")
	if err != nil {
		return nil, err
	}
	return &lineWriter{Sink: s, encoder: newEncoder(), file: file, line: line}, nil
}

func (w *lineWriter) Header(*Header) error { return nil }

func (w *lineWriter) Close() error { return nil }

func (w *lineWriter) Document(d *Document) error {
	if len(d.Records) == 0 {
		return w.write(d, nil)
	}
	for i := range d.Records {
		w.Losses.Record(d.Records[i].ID)
		v := newView(&d.Records[i])
		v.lostExtras(w.Losses)
		if err := w.write(d, v); err != nil {
			return err
		}
	}
	return nil
}

func (w *lineWriter) write(d *Document, v *view) error {
	w.reset()
	w.object(func() { w.line(w, d, v) })
	if w.err != nil {
		return fmt.Errorf("article %s: %w", d.Article.ID, w.err)
	}
	w.buf.WriteByte('\n')
	_, err := w.file.Write(w.buf.Bytes())
	return err
}

// facts writes what is known of the article and the record under a key.
func (w *lineWriter) facts(key string, d *Document, v *view) {
	w.key(key)
	w.object(func() {
		w.articleFacts(&d.Article)
		if v != nil {
			w.recordFacts(v.Record)
		}
	})
}
