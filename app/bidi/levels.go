package bidi

// maxDepth is the deepest explicit embedding level (BD2).
const maxDepth = 125

// Levels returns the embedding level of each code point of text and the paragraph level, by the Unicode Bidirectional
// Algorithm (UAX #9, Unicode 17), rules P1 to I2. Rule L1 needs the line and is not applied. A character that rule X9 removes
// gets the level of the character before it. Text after a paragraph separator is a new paragraph of the same level. Time is
// linear in len(text).
func Levels(text []rune, base Base) (levels []uint8, paragraph uint8) {
	return resolveLevels(text, classesOf(text), base)
}

func resolveLevels(text []rune, classes []class, base Base) (levels []uint8, paragraph uint8) {
	switch base {
	case BaseLTR:
	case BaseAuto:
		var found bool
		if paragraph, found = firstStrong(classes); !found {
			paragraph = 1
		}
	default:
		paragraph = 1
	}
	levels = make([]uint8, len(text))
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && classes[end] != classB {
			end++
		}
		if end < len(text) {
			end++
		}
		r := resolver{text: text[start:end], original: classes[start:end], levels: levels[start:end], paragraph: paragraph}
		r.resolve()
		start = end
	}
	return levels, paragraph
}

// firstStrong applies rules P2 and P3 to the text before the first paragraph separator.
func firstStrong(classes []class) (level uint8, found bool) {
	depth := 0
	for _, c := range classes {
		switch {
		case c == classB:
			return 0, false
		case isolateStarts.has(c):
			depth++
		case c == classPDI && depth > 0:
			depth--
		case depth > 0:
		case c == classL:
			return 0, true
		case c == classR || c == classAL:
			return 1, true
		}
	}
	return 0, false
}

// resolver works on one paragraph.
type resolver struct {
	text      []rune
	original  []class // as the characters have them
	types     []class // as the explicit rules leave them
	levels    []uint8
	paragraph uint8
	// match gives for an isolate initiator the position of its PDI, for that PDI the position of its initiator, else -1 (BD9).
	// It is nil when there are no isolates.
	match []int32
	// rtlIsolate marks the FSI whose content is right to left; nil as match.
	rtlIsolate []bool
}

func (r *resolver) resolve() {
	if r.uniform() {
		return
	}
	r.types = append(make([]class, 0, len(r.original)), r.original...)
	r.matchIsolates()
	r.explicit()
	r.sequences()
	last := r.paragraph
	for i, c := range r.original {
		if removed.has(c) {
			r.levels[i] = last
		}
		last = r.levels[i]
	}
}

// uniform settles the frequent text whose characters all stand on the paragraph level.
func (r *resolver) uniform() bool {
	simple := setOf(classR, classAL, classNSM, classWS, classON, classCS, classES, classET, classS, classB, classBN)
	if r.paragraph == 0 {
		// Numbers stay on level 0 too as long as no right-to-left letter is near.
		simple = setOf(classL, classEN, classNSM, classWS, classON, classCS, classES, classET, classS, classB, classBN)
	}
	for _, c := range r.original {
		if !simple.has(c) {
			return false
		}
	}
	for i := range r.levels {
		r.levels[i] = r.paragraph
	}
	return true
}

// matchIsolates finds the PDI of each isolate initiator, and the direction of each FSI, in one pass with a stack.
func (r *resolver) matchIsolates() {
	type isolate struct {
		at      int
		decided bool
	}
	var stack []isolate
	for i, c := range r.original {
		switch {
		case isolateStarts.has(c):
			if r.match == nil {
				r.match = make([]int32, len(r.original))
				for j := range r.match {
					r.match[j] = -1
				}
				r.rtlIsolate = make([]bool, len(r.original))
			}
			stack = append(stack, isolate{at: i})
		case len(stack) == 0:
		case c == classPDI:
			open := stack[len(stack)-1].at
			stack = stack[:len(stack)-1]
			r.match[i], r.match[open] = int32(open), int32(i)
		case c == classL || c == classR || c == classAL:
			if top := &stack[len(stack)-1]; !top.decided {
				top.decided = true
				r.rtlIsolate[top.at] = c != classL
			}
		}
	}
}

// VisualOrder applies rule L2: it returns the logical indexes of a line's characters from left to right. levels are those of
// one line, after rule L1.
func VisualOrder(levels []uint8) []int {
	order := make([]int, len(levels))
	for i := range order {
		order[i] = i
	}
	reorder(order, func(i int) uint8 { return levels[i] })
	return order
}

// reorder reverses, from the highest level down to the lowest odd one, each stretch of items on that level or above (rule L2).
// level gives the level of an item of the original order.
func reorder[T any](items []T, level func(i int) uint8) {
	highest, lowestOdd := uint8(0), uint8(255)
	levels := make([]uint8, len(items))
	for i := range items {
		l := level(i)
		levels[i] = l
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd && l > 0; l-- {
		for start := 0; start < len(items); start++ {
			end := start
			for end < len(items) && levels[end] >= l {
				end++
			}
			for a, b := start, end-1; a < b; a, b = a+1, b-1 {
				items[a], items[b] = items[b], items[a]
				levels[a], levels[b] = levels[b], levels[a]
			}
			start = max(start, end)
		}
	}
}

// lineLevels applies rule L1 to one line: it puts separators, and the white space and isolate marks before
// separators and at the end of the line, on the paragraph level. flags gives separates and trails of a code point of the line.
func lineLevels(levels []uint8, paragraph uint8, flags func(i int) boundary) {
	reset := true
	for i := len(levels) - 1; i >= 0; i-- {
		switch f := flags(i); {
		case f&separates != 0:
			reset = true
		case f&trails == 0:
			reset = false
		}
		if reset {
			levels[i] = paragraph
		}
	}
}
