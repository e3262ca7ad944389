package gazetteer

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// format is what a file is.
type format int

const (
	noFormat format = iota
	geonamesMain
	geonamesAlternates
	geonamesAdmins
	pcodeTable
	openSyria
)

// Open looks at the files of one source and finds out what they are: the
// tables of a GeoNames dump, P-code tables (.csv, .tsv, .xlsx), or the JSON
// files of Open-Syria. It reads only their beginnings.
func Open(paths []string, options Options) (*Input, error) {
	switch {
	case len(paths) == 0:
		return nil, errors.New("no file is named")
	case len(paths) > maxFiles:
		return nil, fmt.Errorf("%d files are more than %d; import them as several sources", len(paths), maxFiles)
	}
	if err := checkText(options.Key); err != nil {
		return nil, fmt.Errorf("name of the source: %w", err)
	}
	by := map[format][]int{}
	for i, path := range paths {
		found, err := detect(path)
		if err != nil {
			return nil, err
		}
		by[found] = append(by[found], i)
	}
	// The units of the first level come before those that lie in them.
	slices.SortStableFunc(by[geonamesAdmins], func(a, b int) int {
		return strings.Compare(strings.ToLower(filepath.Base(paths[a])), strings.ToLower(filepath.Base(paths[b])))
	})
	in := &Input{paths: paths, key: options.Key}
	geo := len(by[geonamesMain]) + len(by[geonamesAlternates]) + len(by[geonamesAdmins])
	switch len(paths) {
	case geo:
		if len(by[geonamesMain]) == 0 {
			return nil, errors.New("the main table of the GeoNames dump is missing; name it too, such as SY.txt")
		}
		features := options.Features
		if len(features) == 0 {
			features = DefaultFeatures
		}
		in.reader = &geonames{features: features, main: by[geonamesMain], alternates: by[geonamesAlternates], admins: by[geonamesAdmins], paths: paths}
	case len(by[pcodeTable]):
		in.reader = &pcodes{paths: paths}
	case len(by[openSyria]):
		in.reader = &syria{paths: paths}
	default:
		return nil, errors.New("the files are of different formats; import each source by itself")
	}
	return in, nil
}

// headBytes is how much of a file is looked at to tell what it is.
const headBytes = 64 << 10

func detect(path string) (format, error) {
	file, _, err := openRegular(path)
	if err != nil {
		return noFormat, err
	}
	defer file.Close()
	head, err := bufio.NewReaderSize(file, headBytes).Peek(headBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return noFormat, err
	}
	base := strings.ToLower(filepath.Base(path))
	switch ext := filepath.Ext(base); {
	case ext == ".xlsx", ext == ".csv", ext == ".tsv":
		return pcodeTable, nil
	case ext == ".json":
		return openSyria, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return noFormat, fmt.Errorf("%s: this is an archive; unpack it and name the files in it", path)
	case strings.HasPrefix(base, "alternatenames"):
		return geonamesAlternates, nil
	case strings.HasPrefix(base, "admin1codes"), strings.HasPrefix(base, "admin2codes"):
		return geonamesAdmins, nil
	}
	line, _, _ := bytes.Cut(bytes.TrimLeft(head, "\r\n"), []byte{'\n'})
	if bytes.Count(line, []byte{'\t'}) != mainColumns-1 {
		return noFormat, fmt.Errorf("%s: this is no list of places that can be read: a GeoNames table, a P-code table (.csv, .xlsx) or Open-Syria JSON; check the file", path)
	}
	return geonamesMain, nil
}
