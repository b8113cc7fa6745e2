// What the real data sets' columns are called and where they come from, in English. A translation has the same shape.
export const sets = {
  faithful: {
    columns: ["eruption length (min)", "wait until the next (min)"],
    source: "Azzalini and Bowman, Applied Statistics 39 (1990); faithful in R. 272 eruptions, public domain.",
  },
  cars: {
    columns: ["speed (mph)", "stopping distance (ft)"],
    source: "Ezekiel, Methods of Correlation Analysis (1930); cars in R. 50 tests, public domain.",
  },
  co2: {
    columns: ["year", "CO2 (ppm)"],
    source: "Keeling and Whorf, Scripps Institution of Oceanography; co2 in R. 468 months, public domain.",
  },
  lynx: {
    columns: ["year", "lynx trapped"],
    source: "Elton and Nicholson, J. Animal Ecology 11 (1942); lynx in R. 114 years, public domain.",
  },
  airPassengers: {
    columns: ["year", "passengers (thousands)"],
    source: "Box and Jenkins, Time Series Analysis (1976), series G; AirPassengers in R. 144 months, public domain.",
  },
  iris: {
    columns: ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"],
    source: "Anderson 1935, in Fisher, Annals of Eugenics 7 (1936); iris in R. 150 flowers, public domain.",
  },
  digits: {
    /** Of each pixel. */
    column: "ink r{row} c{column}",
    source: "Alpaydin and Kaynak, UCI Machine Learning Repository (1998), CC BY 4.0: 150 of its images.",
  },
} as const;
