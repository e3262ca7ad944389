package model

import "testing"

func TestDecimalValid(t *testing.T) {
	for text, want := range map[Decimal]bool{
		"": true, "0": true, "37": true, "-1": true, "1.50": true, "0.5": true, "123456789012345678": true, "0.123456789012345678": true,
		"01": false, ".5": false, "5.": false, "+5": false, "1e3": false, "1,5": false, "٣٧": false, "1234567890123456789": false, "NaN": false,
		" 1": false, "1\n": false, "--1": false, "0.1234567890123456789": false,
	} {
		if got := text.Valid(); got != want {
			t.Errorf("Decimal(%q).Valid() is %t", text, got)
		}
	}
}

func TestDecimalCompare(t *testing.T) {
	for _, c := range []struct {
		a, b Decimal
		want int
	}{
		{"9", "10", -1},
		{"10", "9", 1},
		{"1.5", "1.50", 0},
		{"-1", "1", -1},
		{"0.1", "0.01", 1},
		{"123456789012345678", "123456789012345677", 1}, // beyond the digits of a float
	} {
		if got := c.a.Compare(c.b); got != c.want {
			t.Errorf("%s against %s is %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestValidDate(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "2018": true, "2018-09": true, "2018-09-30": true, "2020-02-29": true,
		"2018-13": false, "2018-09-31": false, "2019-02-29": false, "18": false, "2018-9": false, "2018-09-": false, "2018/09": false,
		"٢٠١٨": false, "2018-09-30T00:00": false, "abcd": false, " 2018": false,
	} {
		if got := ValidDate(text); got != want {
			t.Errorf("ValidDate(%q) is %t", text, got)
		}
	}
}

func TestValidPeriod(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "2018-09-10/2018-10-13": true, "2018-12-01/": true, "/2018": true, "2018/2019-01": true,
		"/": false, "2018": false, "2018/2019/2020": false, "2018-13/2019": false, "2018 / 2019": false,
	} {
		if got := ValidPeriod(text); got != want {
			t.Errorf("ValidPeriod(%q) is %t", text, got)
		}
	}
}

func TestTitle(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " \n\t\n": "", "عنوان": "عنوان", "\r\n\n  عنوان \r\nنص": "عنوان", "\u00a0\nنص": "نص",
	} {
		if got := Title(text); got != want {
			t.Errorf("Title(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestDecimalAdd(t *testing.T) {
	for _, c := range [][3]Decimal{
		{"6", "15", "21"},
		{"0.1", "0.20", "0.30"},
		{"999999999999999999", "1", "1000000000000000000"},
		{"1.5", "-1.5", "0.0"},
		{"0.000000000000000001", "1", "1.000000000000000001"}, // beyond the digits of a float
	} {
		if got := c[0].Add(c[1]); got != c[2] {
			t.Errorf("%s and %s are %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
