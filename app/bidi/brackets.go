package bidi

import "sort"

// maxBracketDepth is the size of the stack of opening brackets that UAX #9 asks for in BD16.
const maxBracketDepth = 63

// bracketPair holds positions in an isolating run sequence.
type bracketPair struct{ open, close int }

// bracket tells what a paired bracket is: the closing bracket that belongs to it, and whether it opens.
type bracket struct {
	closing rune
	opens   bool
}

var brackets = func() map[rune]bracket {
	m := make(map[rune]bracket, 2*len(bracketPairs))
	for _, p := range bracketPairs {
		m[p[0]] = bracket{canonicalBracket(p[1]), true}
		m[p[1]] = bracket{canonicalBracket(p[1]), false}
	}
	return m
}()

// canonicalBracket maps U+232A to the closing bracket it is canonically equivalent to, as BD16 asks.
func canonicalBracket(r rune) rune {
	if r == 0x232A {
		return 0x3009
	}
	return r
}

// resolveBrackets applies rule N0: the two brackets of a pair get the same direction.
func (s *sequence) resolveBrackets() {
	pairs := s.findPairs()
	if len(pairs) == 0 {
		return
	}
	embedding := directionOf(s.level)
	// before is the last strong direction left of position at. Pairs come in the order of their opening brackets,
	// so one sweep over the sequence serves them all.
	before, at := s.sos, 0
	for _, p := range pairs {
		for ; at < p.open; at++ {
			if d := strong(s.types[at]); d != classON {
				before = d
			}
		}
		d := s.pairDirection(p, embedding, before)
		if d == classON {
			continue
		}
		s.setBracket(p.open, d)
		s.setBracket(p.close, d)
	}
}

// findPairs applies BD16. Brackets count only while their type is still ON.
func (s *sequence) findPairs() []bracketPair {
	type opening struct {
		closing rune
		at      int
	}
	var stack [maxBracketDepth]opening
	depth := 0
	pairs := s.pairs[:0]
scan:
	for i, t := range s.types {
		if t != classON {
			continue
		}
		b, ok := brackets[s.text[s.index[i]]]
		switch {
		case !ok:
		case b.opens:
			if depth == maxBracketDepth {
				break scan
			}
			stack[depth] = opening{b.closing, i}
			depth++
		default:
			for d := depth - 1; d >= 0; d-- {
				if stack[d].closing == b.closing {
					pairs = append(pairs, bracketPair{stack[d].at, i})
					depth = d
					break
				}
			}
		}
	}
	sort.Slice(pairs, func(i, j int) bool { return pairs[i].open < pairs[j].open })
	s.pairs = pairs
	return pairs
}

// pairDirection decides steps b to d of rule N0; ON leaves the pair to rules N1 and N2. The scan of the inside stays linear
// over all pairs because no character lies in more than maxBracketDepth of them.
func (s *sequence) pairDirection(p bracketPair, embedding, before class) class {
	found := classON
	for _, t := range s.types[p.open+1 : p.close] {
		d := strong(t)
		if d == embedding {
			return embedding
		}
		if d != classON {
			found = d
		}
	}
	if found != classON && before != found {
		return embedding
	}
	return found
}

// setBracket gives a bracket its direction, and with it the marks that follow it.
func (s *sequence) setBracket(at int, d class) {
	s.types[at] = d
	for i := at + 1; i < len(s.index) && s.original[s.index[i]] == classNSM; i++ {
		s.types[i] = d
	}
}

// strong reduces a type to the direction that rules N0 to N2 see in it: L, R (numbers count as R), or ON for none.
func strong(t class) class {
	switch t {
	case classL:
		return classL
	case classR, classEN, classAN, classAL:
		return classR
	default:
		return classON
	}
}
