package reader

import "slices"

// hits are the places found in the article.
type hits struct {
	given   []Range
	index   ranges
	current Range   // empty when there is none
	line    []Range // scratch: those of the line being drawn
}

// SetHits shows where something was found: a soft background behind the words, in Colors.Hit. hits[current] is stronger and has an
// outline in Colors.Accent; with current outside hits none has. A range is cut to the text. nil takes all away. Nothing scrolls: see
// ScrollTo.
func (r *Reader) SetHits(hits []Range, current int) {
	h := &r.hits
	now := Range{}
	if current >= 0 && current < len(hits) {
		now = r.cutRange(hits[current])
	}
	if slices.Equal(hits, h.given) {
		if now != h.current {
			r.rows.touch(h.current.Start, h.current.End)
			r.rows.touch(now.Start, now.End)
			h.current = now
		}
		return
	}
	h.given, h.current = slices.Clone(hits), now
	cut := make([]Range, len(hits))
	for i, s := range hits {
		cut[i] = r.cutRange(s)
	}
	h.index.set(cut)
	r.rows.touchAll()
}

// paintHits draws the hits of a row, the current one over the others.
func (r *Reader) paintHits(p *pen, w *row) {
	h := &r.hits
	h.line = h.index.within(w.start, w.end, h.line[:0])
	if len(h.line) == 0 {
		return
	}
	soft, accent := r.color(r.options.Colors.Hit), r.color(r.options.Colors.Accent)
	for _, s := range h.line {
		for _, piece := range p.stretches(s.Start, s.End) {
			if soft.A > 0 {
				p.fill(piece, 0, soft)
			} else {
				p.frame(piece, p.thin, accent)
			}
		}
	}
	for _, piece := range p.stretches(h.current.Start, h.current.End) {
		p.fill(piece, 0, mix(soft, accent, currentHit))
		p.frame(piece, 2*p.thin, accent)
	}
}

// currentHit is how much of the accent is in the fill of the current hit.
const currentHit = 0.15

// mix returns a with the given part of b (0 to 1) mixed in; of a transparent a its opacity counts alone.
func mix(a, b nrgba, part float64) nrgba {
	if a.A == 0 {
		return nrgba{}
	}
	channel := func(x, y uint8) uint8 { return uint8(float64(x)*(1-part) + float64(y)*part + 0.5) }
	return nrgba{R: channel(a.R, b.R), G: channel(a.G, b.G), B: channel(a.B, b.B), A: a.A}
}

// frame draws a line of the given thickness around the words of a stretch.
func (p *pen) frame(s stretch, thick int, c nrgba) {
	strokeRounded(p.dst, p.box(s, 0).Inset(-thick/2), corner*p.size, thick, c)
}
