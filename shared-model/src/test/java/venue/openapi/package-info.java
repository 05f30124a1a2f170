/** Holds what functions answer against the document that the venue serves about itself. */
package venue.openapi;
