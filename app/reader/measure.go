package reader

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"hashiya/app/bidi"
)

const (
	// A text of at most so many code points and paragraphs is wrapped at once, in some 15 ms.
	measuredLength     = 20_000
	measuredParagraphs = 200
	// restTime is how long the view must have stood still before heights are measured.
	restTime = 200 * time.Millisecond
	// batchTime is how long paragraphs are measured without a pause; the pause after that is as long.
	batchTime = 20 * time.Millisecond
)

// measuring turns guessed heights into exact ones while nothing else goes on. They are taken over when the view moves the next time: it
// hangs on a paragraph, so that only the scroll bar can tell.
type measuring struct {
	gauge *gauge       // nil when there is nothing to measure
	moved atomic.Int64 // when lines last moved, in nanoseconds since 1970
}

func (m *measuring) touch() { m.moved.Store(time.Now().UnixNano()) }

func (m *measuring) rests() bool { return time.Now().UnixNano()-m.moved.Load() >= int64(restTime) }

func (m *measuring) stop() {
	if m.gauge != nil {
		m.gauge.cancel()
		m.gauge = nil
	}
}

// measure starts to measure all paragraphs whose height is a guess; a short text is measured when it returns.
func (r *Reader) measure() {
	r.measuring.stop()
	r.measuring.touch()
	a := r.article
	n := len(a.blank)
	if a.doc.Len() <= measuredLength && n <= measuredParagraphs {
		for i := range n {
			r.exact(i)
		}
		return
	}
	if a.title != nil {
		r.exact(a.head) // in bold, which the gauge knows nothing of
	}
	todo := make([]int, 0, n)
	for k := range n {
		// What is below the view is read next.
		if i := (r.view.paragraph + k) % n; !r.heights.exact[i] && !a.blank[i] {
			todo = append(todo, i)
		}
	}
	g := &gauge{doc: a.doc, font: a.regular, width: r.geometry.ems(r.geometry.em), rests: r.measuring.rests}
	g.ctx, g.cancel = context.WithCancel(context.Background())
	r.measuring.gauge = g
	go g.run(todo)
}

// takeHeights makes the heights exact that were measured meanwhile. While the thumb is held it has to stay under the pointer.
func (r *Reader) takeHeights() {
	if r.measuring.gauge == nil || r.bar.grabbed {
		return
	}
	for _, m := range r.measuring.gauge.take() {
		if !r.heights.exact[m.paragraph] {
			b := r.block(m.paragraph, m.lines)
			r.heights.set(m.paragraph, b.height())
		}
	}
}

// measured is the number of lines of a paragraph.
type measured struct{ paragraph, lines int }

// gauge counts lines in a goroutine of its own. It shapes for itself: the document keeps what is in view.
type gauge struct {
	ctx    context.Context
	cancel context.CancelFunc
	doc    *bidi.Document
	font   *bidi.Font
	width  float64
	rests  func() bool

	mu   sync.Mutex
	done []measured
}

// take returns what was measured since the last call.
func (g *gauge) take() []measured {
	g.mu.Lock()
	defer g.mu.Unlock()
	done := g.done
	g.done = nil
	return done
}

// run measures paragraphs in batches until all are done, or it is cancelled.
func (g *gauge) run(todo []int) {
	for len(todo) > 0 {
		for !g.rests() {
			if !g.pause(restTime / 4) {
				return
			}
		}
		start := time.Now()
		for len(todo) > 0 && g.ctx.Err() == nil && g.rests() && time.Since(start) < batchTime {
			m := g.measure(todo[0])
			todo = todo[1:]
			g.mu.Lock()
			g.done = append(g.done, m)
			g.mu.Unlock()
		}
		if !g.pause(time.Since(start)) {
			return
		}
	}
}

func (g *gauge) measure(i int) measured {
	words := g.doc.Slice(g.doc.Span(i))
	return measured{i, bidi.NewParagraph(words, g.font, bidi.BaseRTL).Wrap(g.width).Count()}
}

// pause waits and tells whether to go on.
func (g *gauge) pause(d time.Duration) bool {
	select {
	case <-g.ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
