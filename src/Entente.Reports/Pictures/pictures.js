(async function () {
  var charts = JSON.parse(document.getElementById('charts').textContent);
  var size = { width: 900 };
  function encode(text) {
    var bytes = new TextEncoder().encode(text), binary = '';
    bytes.forEach(function (b) { binary += String.fromCharCode(b); });
    return btoa(binary);
  }
  var results = [];
  for (var i = 0; i < charts.length; i++) {
    var layout = charts[i].layout;
    var area = { data: charts[i].data, layout: layout, config: charts[i].config };
    var height = layout.height || 450, width = layout.width || size.width;
    try {
      var svg = await Plotly.toImage(area, { format: 'svg', width: width, height: height });
      var line = encode(decodeURIComponent(svg.slice(svg.indexOf(',') + 1)));
      for (var scale of [2, 1]) {
        var png = await Plotly.toImage(area, { format: 'png', width: width, height: height, scale: scale });
        line += ' ' + png.slice(png.indexOf(',') + 1);
      }
      results.push(line);
    } catch (failure) {
      results.push('- ' + encode(String(failure)));
    }
  }
  document.querySelectorAll('script').forEach(function (script) { script.remove(); });
  document.body.textContent = 'entente-pictures ' + results.join('\n') + ' end';
})();
