package annotate

import "hashiya/model"

// Answer answers a question for the record as a whole, such as that the article
// states no casualties; "" takes the answer back. Record().Answer tells it.
// That items say otherwise is a problem for Problems, not refused.
func (s *Session) Answer(q model.Question, answer string) error {
	return s.edit("edit.answer", func(d *draft) error {
		after := d.record
		if err := after.SetAnswer(q, answer); err != nil {
			return err
		}
		if after.Extra == d.record.Extra {
			return ErrNothingNew
		}
		d.changeRecord(after)
		return nil
	})
}
