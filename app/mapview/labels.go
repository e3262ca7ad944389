package mapview

import (
	"image"
	"unicode"
)

const (
	maxLabels = 300 // of places in one picture
	labelGap  = 3   // between a mark and its label, in units
)

// labelPlaces writes the labels greedily: under the mouse and the keyboard first, then selected ones, then the others in the order of
// the list; each at the first of the places around its mark where nothing stands. Only the first group is written without room too.
func (p *picture) labelPlaces(m *Map) {
	written := 0
	for rank := 2; rank >= 0; rank-- {
		for _, v := range p.visible {
			pin := &m.pins[v.index]
			if m.rank(v.index) != rank || pin.Label == "" || written >= maxLabels {
				continue
			}
			t := p.texts.get(pin.Label, labelText)
			area, ok := p.room(t, v, rightToLeft(pin.Label), v.index == m.current)
			if !ok && rank < 2 {
				continue
			}
			written++
			p.taken.take(area)
			paint(p.img, area, p.colors.veil)
			t.draw(p.img, area.Min.X, area.Min.Y, p.colors.text)
		}
	}
}

// room looks for a free place around a mark. Reading starts at the mark: the first choice for a right-to-left label is the left side.
func (p *picture) room(t writing, v visible, rtl, current bool) (area image.Rectangle, ok bool) {
	w, h := t.size()
	radius := float64(selectedRadius)
	if current {
		radius = currentRadius
	}
	reach := int((radius + labelGap) * p.scale)
	right, left := v.x+reach, v.x-reach-w
	if rtl {
		right, left = left, right
	}
	above, level, below := v.y-reach-h, v.y-h/2, v.y+reach
	for _, at := range [...]image.Point{
		{right, level},
		{left, level},
		{v.x - w/2, above},
		{v.x - w/2, below},
		{right, above + h/2},
		{right, below - h/2},
		{left, above + h/2},
		{left, below - h/2},
	} {
		if area = t.mask.Rect.Add(at); p.taken.free(area) {
			return area, true
		}
	}
	// Without room: at the first side, moved into the picture.
	x := max(min(right, p.img.Rect.Max.X-w), 0)
	y := max(min(level, p.img.Rect.Max.Y-h), 0)
	return t.mask.Rect.Add(image.Pt(x, y)), false
}

// rightToLeft tells whether the first letter of words is of a right-to-left script.
func rightToLeft(words string) bool {
	for _, r := range words {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}

// labelOutlines writes the names of borders in the middle of those that are wide enough, the widest first, where nothing else stands.
func (p *picture) labelOutlines(m *Map) {
	written := 0
	for i := range m.layer.names {
		n := &m.layer.names[i]
		width := n.width * m.view.world() * p.scale
		if width < 20*p.scale || written >= maxLabels {
			return // the others are narrower
		}
		at := p.pixels(&m.view, n.at)
		if at.x < 0 || at.y < 0 || at.x > float64(p.img.Rect.Max.X) || at.y > float64(p.img.Rect.Max.Y) {
			continue
		}
		t := p.texts.get(n.words, smallText)
		if w, h := t.size(); float64(w) < width {
			p.writeFree(t, int(at.x)-w/2, int(at.y)-h/2)
			written++
		}
	}
}
