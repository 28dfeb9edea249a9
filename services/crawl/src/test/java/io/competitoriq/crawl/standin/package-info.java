/// Stand-ins that speak the protocols of the paid providers, their faults included.
package io.competitoriq.crawl.standin;
