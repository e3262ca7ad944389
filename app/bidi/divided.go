package bidi

import (
	"context"
	"sort"
	"sync"
)

const (
	// cachedLevels is the number of divided paragraphs whose levels are kept: so many that many short ones do not push out a long one.
	// They take two bytes a code point, so all of them never more than some 40 MB in the largest article.
	cachedLevels = 64
	// preparedLevels is the number that Prepare computes.
	preparedLevels = 4
)

// wholeLevels holds what rules P to I gave for a divided paragraph.
type wholeLevels struct {
	classes   []class
	levels    []uint8
	paragraph uint8
}

// wholeLevels returns the levels of the undivided paragraph that block i is part of; nil where they are not needed, because the
// paragraph is not divided or the block is shaped. They are computed outside d.mu: other paragraphs do not wait for them.
func (d *Document) wholeLevels(i int) *wholeLevels {
	first, last := d.whole(i)
	if first == last {
		return nil
	}
	d.mu.Lock()
	if _, ok := d.shaped.get(i); ok {
		d.mu.Unlock()
		return nil
	}
	resolve, ok := d.levels.get(first)
	if !ok {
		resolve = sync.OnceValue(func() *wholeLevels { return d.resolve(first, last) })
		d.levels.put(first, resolve)
	}
	d.mu.Unlock()
	return resolve()
}

// resolve applies rules P to I to the undivided paragraph of the blocks from first to last.
func (d *Document) resolve(first, last int) *wholeLevels {
	runes := d.runes(first, last)
	w := &wholeLevels{classes: classesOf(runes)}
	w.levels, w.paragraph = resolveLevels(runes, w.classes, d.base)
	return w
}

// Prepare computes the directions of the first divided paragraphs, up to four, in some 40 ms a megabyte. A program that opens
// texts with lines of many megabytes runs it in a goroutine before it asks for such a paragraph; calls for other paragraphs go
// on meanwhile. It stops between two paragraphs when ctx is done, and returns its error.
func (d *Document) Prepare(ctx context.Context) error {
	done := 0
	for i := 0; i < len(d.blocks) && done < preparedLevels; i++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		first, last := d.whole(i)
		if first != last {
			d.wholeLevels(i)
			done++
		}
		i = last
	}
	return ctx.Err()
}

// whole returns the first and the last block of the paragraph that block i is part of.
func (d *Document) whole(i int) (first, last int) {
	first = d.blocks[i].first
	return first, i + sort.Search(len(d.blocks)-i, func(k int) bool { return d.blocks[i+k].first > first }) - 1
}

// runes returns the text from block first to block last of one paragraph.
func (d *Document) runes(first, last int) []rune {
	end := d.blocks[last]
	return []rune(d.text[d.blocks[first].at : end.at+end.bytes])
}

// Sentence is Paragraph.Sentence with offsets in the document. Divided paragraphs count as one. Time is linear in the sentence.
func (d *Document) Sentence(offset int) (start, end int) {
	i := d.At(offset)
	first, last := d.whole(i)
	from, to := i, i
	for grow := 1; ; grow *= 8 {
		at := d.blocks[from].offset
		text := d.runes(from, to)
		start, end = sentenceBounds(text, offset-at)
		more := false
		if start == 0 && from > first {
			from, more = max(first, from-grow), true
		}
		if end == len(text) && to < last {
			to, more = min(last, to+grow), true
		}
		if !more {
			start, end = trimBlank(text, start, end)
			return start + at, end + at
		}
	}
}
