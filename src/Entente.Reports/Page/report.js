(function () {
  var places = document.querySelectorAll('[data-chart]');
  places.forEach(function (place) {
    var chart = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    Plotly.newPlot(place, chart.data, chart.layout, chart.config);
  });
  // Paper has its own width and nobody to open a fold.
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (fold) { fold.open = true; });
    places.forEach(function (place) { Plotly.relayout(place, { width: 660 }); });
  });
  window.addEventListener('afterprint', function () {
    places.forEach(function (place) { Plotly.relayout(place, { width: null, autosize: true }); });
  });
})();
