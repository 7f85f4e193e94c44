namespace Cellule.Jupyter.Handlers;

/// <summary>Serves one type of request. What it throws becomes the request's error reply.</summary>
internal interface IRequestHandler
{
    /// <summary>The <c>msg_type</c> that it serves.</summary>
    string RequestType { get; }

    Task HandleAsync(RequestContext request);
}
