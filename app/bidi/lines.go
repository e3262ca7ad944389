package bidi

import (
	"math"
	"sort"
	"sync/atomic"
)

// Range is a horizontal stretch in em, From ≤ To, measured from the left edge of the wrap box.
type Range struct{ From, To float64 }

// Lines is a paragraph wrapped to a width: the wrap box. A right-to-left paragraph ends at its right edge, a left-to-right one
// starts at its left edge. x is measured in em from the left edge of the box to the right. Lines are counted from 0; a
// line number outside the paragraph means the nearest line. Lines are safe for concurrent use.
type Lines struct {
	p        *Paragraph
	starts   []int32 // first code point of each line, and the length of the text
	box      float64
	segments []atomic.Pointer[[]segment] // per line, filled when first asked for
}

// segment is a visual run of a line: text[start:end] on one level, with its left edge in em.
type segment struct {
	start, end int32
	level      uint8
	left       float64
}

func (s segment) rtl() bool { return s.level%2 == 1 }

const (
	// maxWidth is the width in em from which on nothing is wrapped.
	maxWidth = 1e6
	// rounding, in font units, lets a text fit a box of its own width.
	rounding = 1e-3
)

// Wrap breaks the paragraph into lines of at most width em, at the opportunities of UAX #14, as many words to a line as fit.
// White space at a line end hangs over the edge; a word wider than the box is broken between graphemes. With a width
// of 0 or less, or above a million, only line separators end lines, nothing hangs, and the box is as wide as the widest line.
func (p *Paragraph) Wrap(width float64) *Lines {
	limit := int64(math.MaxInt64)
	bounded := width > 0 && width < maxWidth
	if bounded {
		limit = int64(width*p.font.upem + rounding)
	}
	n := p.Len()
	l := &Lines{p: p, box: width, starts: make([]int32, 1, 2+min(int64(n), max(p.before(n), 0)/max(limit, 1)))}
	for start := 0; start < n; {
		start = p.lineEnd(start, limit)
		l.starts = append(l.starts, int32(start))
	}
	if n == 0 || p.flags[n-1]&lineEnd != 0 {
		l.starts = append(l.starts, int32(n))
	}
	l.segments = make([]atomic.Pointer[[]segment], len(l.starts)-1)
	if !bounded {
		l.box = 0
		for i := range l.segments {
			l.box = max(l.box, p.width(l.Span(i)))
		}
	}
	return l
}

// lineEnd returns where the line that begins at start ends; limit is the width of the box in font units.
func (p *Paragraph) lineEnd(start int, limit int64) int {
	lastBreak, k := 0, p.runAt(start)
	from := p.runs[k].x + int64(p.runs[k].pre[start-int(p.runs[k].start)])
	for i := start; ; k++ {
		r := &p.runs[k]
		room := limit - (r.x - from) // may be negative
		for _, width := range r.pre[i+1-int(r.start):] {
			if int64(width) > room && p.flags[i]&blank == 0 {
				if lastBreak == 0 {
					return p.emergencyBreak(start, i+1)
				}
				return lastBreak
			}
			i++
			f := p.flags[i]
			if f&lineMust != 0 || i == p.Len() {
				return i
			}
			if f&(lineBreak|graphemeStart|clusterStart) == lineBreak|graphemeStart|clusterStart {
				lastBreak = i
			}
		}
	}
}

// canCut reports whether a line may be cut here without cutting a grapheme or a glyph.
func canCut(f boundary) bool { return f&(graphemeStart|clusterStart) == graphemeStart|clusterStart }

// emergencyBreak cuts a word that is too wide: before tooFar where possible, but never before one glyph stands on the line.
func (p *Paragraph) emergencyBreak(start, tooFar int) int {
	for i := tooFar - 1; i > start; i-- {
		if canCut(p.flags[i]) {
			return i
		}
	}
	i := tooFar
	for i < p.Len() && !canCut(p.flags[i]) {
		i++
	}
	return i
}

// Count returns the number of lines, at least 1.
func (l *Lines) Count() int { return len(l.segments) }

// Span returns the code points of a line, including the spaces or the line separator at its end.
func (l *Lines) Span(line int) (start, end int) {
	line = l.clamp(line)
	return int(l.starts[line]), int(l.starts[line+1])
}

// Width returns the width of the wrap box in em.
func (l *Lines) Width() float64 { return l.box }

// InkWidth returns the width of a line in em without the white space at its end.
func (l *Lines) InkWidth(line int) float64 {
	start, end := l.Span(line)
	return l.p.width(start, l.trimmed(start, end))
}

// trimmed returns end without the white space before it.
func (l *Lines) trimmed(start, end int) int {
	for end > start && l.p.flags[end-1]&blank != 0 {
		end--
	}
	return end
}

func (l *Lines) clamp(line int) int { return min(max(line, 0), len(l.segments)-1) }

// textSpan returns a line without the separator at its end.
func (l *Lines) textSpan(line int) (start, end int) {
	start, end = l.Span(line)
	for end > start && l.p.flags[end-1]&lineEnd != 0 {
		end--
	}
	return start, end
}

// lineAt returns the line that the code point at offset is in.
func (l *Lines) lineAt(offset int) int {
	return l.clamp(sort.Search(len(l.starts), func(i int) bool { return int(l.starts[i]) > offset }) - 1)
}

// layout returns the visual runs of a line from left to right.
func (l *Lines) layout(line int) []segment {
	line = l.clamp(line)
	if s := l.segments[line].Load(); s != nil {
		return *s
	}
	s := l.arrange(line)
	l.segments[line].Store(&s)
	return s
}

// arrange applies rules L1 and L2 to a line and places its runs.
func (l *Lines) arrange(line int) []segment {
	start, end := l.textSpan(line)
	levels := l.p.levels(start, end)
	lineLevels(levels, l.p.base, func(i int) boundary { return l.p.flags[start+i] })
	// L1 may have cut through a grapheme whose last character is white space or invisible.
	for i := 1; i < len(levels); i++ {
		if l.p.flags[start+i]&graphemeStart == 0 {
			levels[i] = levels[i-1]
		}
	}
	runs := runsOf(levels, start)
	reorder(runs, func(i int) uint8 { return runs[i].level })
	segments := make([]segment, len(runs))
	left := 0.0
	if l.p.RTL() {
		left = l.box - l.p.width(start, end)
	}
	done := int64(0)
	for i, run := range runs {
		segments[i] = segment{run.start, run.end, run.level, left + float64(done)/l.p.font.upem}
		done += l.p.before(int(run.end)) - l.p.before(int(run.start))
	}
	return segments
}

// levels returns the levels of the code points from start to end.
func (p *Paragraph) levels(start, end int) []uint8 {
	levels := make([]uint8, end-start)
	for i, k := start, p.runAt(start); i < end; k++ {
		for ; i < end && i < int(p.runs[k+1].start); i++ {
			levels[i-start] = p.runs[k].level
		}
	}
	return levels
}

// edge returns the x of an offset inside a segment or at one of its ends.
func (l *Lines) edge(s segment, offset int) float64 {
	if s.rtl() {
		return s.left + l.p.width(offset, int(s.end))
	}
	return s.left + l.p.width(int(s.start), offset)
}

// Rects returns where the code points from start to end stand on a line: one range per visual run, left to right, merged where
// they touch. A range that cuts a grapheme covers all of it. Hanging white space gives ranges outside the box.
func (l *Lines) Rects(line, start, end int) []Range {
	if start >= end {
		return nil
	}
	var out []Range
	start = l.p.snap(start)
	if e := l.p.snap(end); e < end {
		end = l.p.NextGrapheme(e)
	}
	for _, s := range l.layout(line) {
		from, to := max(start, int(s.start)), min(end, int(s.end))
		if from >= to {
			continue
		}
		a, b := l.edge(s, from), l.edge(s, to)
		r := Range{min(a, b), max(a, b)}
		const touching = 1e-9
		switch n := len(out); {
		case n > 0 && r.From-out[n-1].To < touching:
			out[n-1].To = r.To
		case r.To > r.From:
			out = append(out, r)
		}
	}
	return out
}

// snap returns the start of the grapheme that offset lies in, between 0 and Len.
func (p *Paragraph) snap(offset int) int {
	offset = min(max(offset, 0), p.Len())
	for p.flags[offset]&graphemeStart == 0 {
		offset--
	}
	return offset
}
