package bidi

// status is an entry of the directional status stack (rules X1 to X8).
type status struct {
	level    uint8
	override class // ON for none, else L or R
	isolate  bool
}

// explicitState walks through a paragraph's embeddings, overrides and isolates.
type explicitState struct {
	stack              [maxDepth + 2]status
	depth              int // entries in use, at least 1
	overflowIsolates   int
	overflowEmbeddings int
	validIsolates      int
}

func (s *explicitState) top() *status { return &s.stack[s.depth-1] }

// next returns the least level above the current one with the direction asked for, and whether it may be entered.
func (s *explicitState) next(rtl bool) (level uint8, ok bool) {
	level = s.top().level + 1
	if (level%2 == 1) != rtl {
		level++
	}
	return level, level <= maxDepth && s.overflowIsolates == 0 && s.overflowEmbeddings == 0
}

func (s *explicitState) push(st status) {
	s.stack[s.depth] = st
	s.depth++
}

// embed applies rules X2 to X5.
func (s *explicitState) embed(c class) {
	level, ok := s.next(c == classRLE || c == classRLO)
	switch {
	case !ok && s.overflowIsolates == 0:
		s.overflowEmbeddings++
	case !ok:
	case c == classRLO:
		s.push(status{level: level, override: classR})
	case c == classLRO:
		s.push(status{level: level, override: classL})
	default:
		s.push(status{level: level, override: classON})
	}
}

// isolate applies the part of rules X5a to X5c that follows the initiator's own level.
func (s *explicitState) isolate(rtl bool) {
	level, ok := s.next(rtl)
	if !ok {
		s.overflowIsolates++
		return
	}
	s.validIsolates++
	s.push(status{level: level, override: classON, isolate: true})
}

// popIsolate applies the first part of rule X6a.
func (s *explicitState) popIsolate() {
	switch {
	case s.overflowIsolates > 0:
		s.overflowIsolates--
	case s.validIsolates > 0:
		s.overflowEmbeddings = 0
		for !s.top().isolate {
			s.depth--
		}
		s.depth--
		s.validIsolates--
	}
}

// popEmbedding applies rule X7.
func (s *explicitState) popEmbedding() {
	switch {
	case s.overflowIsolates > 0:
	case s.overflowEmbeddings > 0:
		s.overflowEmbeddings--
	case !s.top().isolate && s.depth > 1:
		s.depth--
	}
}

// explicit applies rules X1 to X8: it sets the levels and the overridden types.
func (r *resolver) explicit() {
	s := explicitState{depth: 1}
	s.stack[0] = status{level: r.paragraph, override: classON}
	for i, c := range r.original {
		switch c {
		case classRLE, classLRE, classRLO, classLRO:
			s.embed(c)
		case classPDF:
			s.popEmbedding()
		case classBN:
		case classB:
			r.levels[i] = r.paragraph
		case classRLI, classLRI, classFSI:
			r.assign(i, s.top())
			s.isolate(c == classRLI || c == classFSI && r.rtlIsolate[i])
		case classPDI:
			s.popIsolate()
			r.assign(i, s.top())
		default:
			r.assign(i, s.top())
		}
	}
}

func (r *resolver) assign(i int, st *status) {
	r.levels[i] = st.level
	if st.override != classON {
		r.types[i] = st.override
	}
}
