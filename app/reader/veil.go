package reader

// veils are the passages of the soft mode.
type veils struct {
	index ranges
	shown map[Range]bool // those the user has asked for
	line  []Range        // scratch: those of the line being drawn
	blur  blur
}

// SetVeiled blurs passages until the user asks for them, by a click or by taking the caret into one: a text may tell or quote what nobody
// should have to read unprepared. The fills of marks keep their colours. A passage that was veiled before and is shown stays so. Ranges
// are cut to the text; nil takes all veils away. Selecting and copying know nothing of veils.
func (r *Reader) SetVeiled(passages []Range) {
	v := &r.veils
	was := v.shown
	v.shown = map[Range]bool{}
	cut := make([]Range, len(passages))
	for i, s := range passages {
		cut[i] = r.cutRange(s)
		if was[cut[i]] {
			v.shown[cut[i]] = true
		}
	}
	v.index.set(cut)
	r.rows.touchAll()
}

// Unveil shows the veiled passages that the letter at offset is in.
func (r *Reader) Unveil(offset int) { r.unveil(offset) }

// unveil is Unveil; it tells whether there was something to show.
func (r *Reader) unveil(offset int) bool {
	some := false
	for _, s := range r.veils.index.within(offset, offset+1, nil) {
		if !r.veils.shown[s] {
			some = true
			r.veils.shown[s] = true
			r.rows.touch(s.Start, s.End)
			r.tellVeil(s, true)
		}
	}
	return some
}

// VeilAgain veils all passages that are shown.
func (r *Reader) VeilAgain() {
	for _, s := range r.veils.index.sorted {
		if r.veils.shown[s] {
			delete(r.veils.shown, s)
			r.rows.touch(s.Start, s.End)
			r.tellVeil(s, false)
		}
	}
}

func (r *Reader) tellVeil(s Range, shown bool) {
	if r.OnVeil != nil {
		r.OnVeil(s.Start, s.End, shown)
	}
}

// unveilCaret shows the passage that the caret has been taken into: that of the letter it is attached to.
func (r *Reader) unveilCaret() {
	letter := r.caret.offset
	if r.caret.before {
		letter--
	}
	r.unveil(letter)
}

// veiledIn returns the veiled passages of a row.
func (r *Reader) veiledIn(w *row) []Range {
	v := &r.veils
	v.line = v.index.within(w.start, w.end, v.line[:0])
	hidden := v.line[:0]
	for _, s := range v.line {
		if !v.shown[s] {
			hidden = append(hidden, s)
		}
	}
	return hidden
}
