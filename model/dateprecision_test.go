package model

import "testing"

func TestDatePrecision(t *testing.T) {
	tests := []struct {
		start, end, precision string
		ucdp, acled           int
	}{
		{"2018-10-12", "2018-10-12", "day", 1, 1},
		{"2018-10-12", "", "day", 1, 1},
		{"2018-10-12", "2018-10-12", "part_of_day", 1, 1},
		{"2018-10-11", "2018-10-12", "part_of_day", 2, 2},
		{"2018-10-08", "2018-10-13", "day", 2, 2},
		{"2018-10-06", "2018-10-12", "week", 3, 2},
		{"2018-10-08", "", "week", 3, 2},
		{"2018-10-05", "2018-10-12", "day", 4, 3},
		{"2018-09", "", "month", 4, 3},
		{"2018-02", "", "month", 4, 3},
		{"2018-09-13", "", "approximate", 4, 3},
		{"2018-07", "2018-10", "month", 5, 0},
		{"2018", "", "year", 5, 0},
		{"2016", "", "year", 5, 0},
		{"2016-10", "", "approximate", 5, 0},
		{"2016-10", "2018-10", "year", 0, 0},
		{"", "2018-10-13", "approximate", 0, 0},
		{"", "", "duration", 0, 0},
		{"2018-10-13", "2018-10-12", "day", 0, 0},
		{"soon", "", "day", 0, 0},
	}
	for _, test := range tests {
		d := Date{Start: test.start, End: test.end, Precision: test.precision}
		if d.UCDPPrecision() != test.ucdp || d.ACLEDPrecision() != test.acled {
			t.Errorf("%+v: UCDP %d, ACLED %d, want %d and %d", test, d.UCDPPrecision(), d.ACLEDPrecision(), test.ucdp, test.acled)
		}
	}
}
