// Package mapview is a plain map without tiles and without a network: the places of an article as marks, borders from the user's own
// files as lines, a graticule and a scale bar. It lets a person pick a place and put one on the map by hand.
//
// # Projection
//
// Web Mercator (EPSG:3857, the sphere's formulas on geodetic coordinates), as in Snyder, "Map Projections: A Working Manual", USGS
// Professional Paper 1395, section 7. Two reasons: it is conformal, so that a town plan or a front line keeps its shape wherever the map
// is moved to, and it is one plane for all views, so that borders are projected and simplified once and moving the map only shifts them.
// An equirectangular map with cos(latitude) would have to be projected anew whenever its middle moves north or south. The price is that
// lengths grow with latitude: the scale bar is right along the parallel in the middle of the view, on WGS 84, and circles of uncertainty
// are drawn as they are on the ground.
//
// Mercator has no poles. Latitudes are shown up to 85.05 degrees, where the world is a square; what lies beyond stands at the edge. The
// map wraps at the antimeridian, and a view never shows more than one world.
//
// # Units
//
// Coordinates are decimal degrees on WGS 84, north and east positive. Sizes and positions on the screen are Fyne's device-independent
// units, but for what a function says is in pixels. A zoom level z shows the world 256·2^z units wide.
//
// The map itself is never mirrored; scale bar and coordinates change sides with the interface. Everything belongs to Fyne's main
// goroutine, but for ReadOutlines and Prepare.
package mapview
