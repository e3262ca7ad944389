package bidi

// levelRun is a maximal stretch [start, end) of characters on one level (BD7); neither end is a character removed by X9.
type levelRun struct {
	start, end int32
	level      uint8 // as the explicit rules give it
}

// sequence is an isolating run sequence (BD13) under work; its slices are used again for the next one.
type sequence struct {
	text     []rune  // of the paragraph
	original []class // of the paragraph
	index    []int32 // positions in the paragraph, removed characters left out
	types    []class // types of those positions
	pairs    []bracketPair
	level    uint8
	sos, eos class // L or R
}

func directionOf(level uint8) class {
	if level%2 == 1 {
		return classR
	}
	return classL
}

// levelRuns cuts the paragraph where the level changes.
func (r *resolver) levelRuns() []levelRun {
	var runs []levelRun
	for i, c := range r.original {
		if removed.has(c) {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1].level == r.levels[i] {
			runs[n-1].end = int32(i + 1)
			continue
		}
		runs = append(runs, levelRun{int32(i), int32(i + 1), r.levels[i]})
	}
	return runs
}

// sequences applies rule X10: it joins level runs over isolates and resolves each sequence.
func (r *resolver) sequences() {
	runs := r.levelRuns()
	runAt := r.runsOfPDIs(runs)
	seq := sequence{text: r.text, original: r.original}
	for i, run := range runs {
		if r.continues(run) {
			continue
		}
		seq.index, seq.types, seq.level = seq.index[:0], seq.types[:0], run.level
		last := i
		for next, ok := int32(i), true; ok; {
			last = int(next)
			r.gather(&seq, runs[last])
			next, ok = r.following(runs[last], runAt)
		}
		seq.sos, seq.eos = r.edges(&seq, runs, i, last)
		seq.resolveWeak()
		seq.resolveBrackets()
		seq.resolveNeutral()
		r.assignImplicit(&seq)
	}
}

// runsOfPDIs maps the position of each matched PDI that starts a level run to the number of that run.
func (r *resolver) runsOfPDIs(runs []levelRun) map[int32]int32 {
	if r.match == nil {
		return nil
	}
	m := make(map[int32]int32)
	for i, run := range runs {
		if r.continues(run) {
			m[run.start] = int32(i)
		}
	}
	return m
}

// continues reports whether a run goes on from an earlier one: it starts with a PDI that has an initiator.
func (r *resolver) continues(run levelRun) bool {
	return r.match != nil && r.original[run.start] == classPDI && r.match[run.start] >= 0
}

// following returns the run that carries on after the isolate at the end of run.
func (r *resolver) following(run levelRun, runAt map[int32]int32) (next int32, ok bool) {
	last := run.end - 1
	if r.match == nil || !isolateStarts.has(r.original[last]) || r.match[last] < 0 {
		return 0, false
	}
	next, ok = runAt[r.match[last]]
	return next, ok
}

func (r *resolver) gather(seq *sequence, run levelRun) {
	for i := run.start; i < run.end; i++ {
		if !removed.has(r.original[i]) {
			seq.index = append(seq.index, i)
			seq.types = append(seq.types, r.types[i])
		}
	}
}

// edges returns the directions sos and eos of a sequence that goes from run number first to run number last (X10).
func (r *resolver) edges(seq *sequence, runs []levelRun, first, last int) (sos, eos class) {
	before, after := r.paragraph, r.paragraph
	if first > 0 {
		before = runs[first-1].level
	}
	end := runs[last].end - 1
	if last+1 < len(runs) && !(isolateStarts.has(r.original[end]) && r.match[end] < 0) {
		after = runs[last+1].level
	}
	return directionOf(max(seq.level, before)), directionOf(max(seq.level, after))
}

// resolveWeak applies rules W1 to W7.
func (s *sequence) resolveWeak() {
	previous, lastStrong := s.sos, s.sos
	for i, t := range s.types {
		if t == classNSM {
			t = previous
			if i > 0 && (isolateStarts.has(s.types[i-1]) || s.types[i-1] == classPDI) {
				t = classON
			}
		}
		previous = t
		switch t {
		case classL, classR:
			lastStrong = t
		case classAL:
			lastStrong, t = classAL, classR
		case classEN:
			if lastStrong == classAL {
				t = classAN
			}
		}
		s.types[i] = t
	}
	s.resolveSeparators()
	s.resolveTerminators()
	lastStrong = s.sos
	for i, t := range s.types { // W7
		switch {
		case t == classL || t == classR:
			lastStrong = t
		case t == classEN && lastStrong == classL:
			s.types[i] = classL
		}
	}
}

// resolveSeparators applies rule W4: one separator between two numbers of a kind becomes a number.
func (s *sequence) resolveSeparators() {
	for i := 1; i+1 < len(s.types); i++ {
		t, left, right := s.types[i], s.types[i-1], s.types[i+1]
		if left == right && (t == classCS && (left == classEN || left == classAN) || t == classES && left == classEN) {
			s.types[i] = left
		}
	}
}

// resolveTerminators applies rules W5 and W6: terminators beside a number join it, what is left of them and of the separators
// becomes neutral.
func (s *sequence) resolveTerminators() {
	for i := 0; i < len(s.types); i++ {
		switch s.types[i] {
		case classES, classCS:
			s.types[i] = classON
		case classET:
			end := i
			for end < len(s.types) && s.types[end] == classET {
				end++
			}
			t := classON
			if i > 0 && s.types[i-1] == classEN || end < len(s.types) && s.types[end] == classEN {
				t = classEN
			}
			for ; i < end; i++ {
				s.types[i] = t
			}
			i--
		}
	}
}

// resolveNeutral applies rules N1 and N2.
func (s *sequence) resolveNeutral() {
	before := s.sos
	for i := 0; i < len(s.types); i++ {
		if !neutrals.has(s.types[i]) {
			before = strong(s.types[i])
			continue
		}
		end := i
		for end < len(s.types) && neutrals.has(s.types[end]) {
			end++
		}
		after := s.eos
		if end < len(s.types) {
			after = strong(s.types[end])
		}
		d := directionOf(s.level)
		if before == after {
			d = before
		}
		for ; i < end; i++ {
			s.types[i] = d
		}
		i--
	}
}

// assignImplicit applies rules I1 and I2.
func (r *resolver) assignImplicit(s *sequence) {
	for i, t := range s.types {
		level := s.level
		switch {
		case level%2 == 0 && t == classR:
			level++
		case level%2 == 0 && t != classL:
			level += 2
		case level%2 == 1 && t != classR:
			level++
		}
		r.levels[s.index[i]] = level
	}
}
