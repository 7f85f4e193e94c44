using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>
/// An object of plotly.js by attribute name, in the order written. Plotly.NET's traces and layouts are such bags too;
/// going in by name keeps every attribute at hand and the JSON in one order.
/// </summary>
internal sealed class PlotlyObject : Dictionary<string, object>
{
    public PlotlyObject()
        : base(StringComparer.Ordinal)
    {
    }

    public Trace ToTrace(string type)
    {
        var trace = new Trace(type);
        foreach (var (name, value) in this)
        {
            trace.SetProperty(name, value);
        }

        return trace;
    }

    public Layout ToLayout()
    {
        var layout = new Layout();
        foreach (var (name, value) in this)
        {
            layout.SetProperty(name, value);
        }

        return layout;
    }
}
