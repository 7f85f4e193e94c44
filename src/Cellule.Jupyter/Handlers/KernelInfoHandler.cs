using Cellule.Jupyter.Kernel;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Handlers;

internal sealed class KernelInfoHandler(KernelOptions options) : IRequestHandler
{
    // As .NET Interactive has it, so that both kernels leave the same metadata in a notebook.
    internal static readonly LanguageInfo CSharp = new("C#", "14.0", "text/x-csharp", ".cs", "csharp", "text/x-csharp");

    public string RequestType => "kernel_info_request";

    public Task HandleAsync(RequestContext request)
    {
        request.Reply(new KernelInfoReply(
            MessageHeader.ProtocolVersion,
            options.Implementation,
            options.ImplementationVersion,
            CSharp,
            options.Banner,
            [.. options.HelpLinks.Select(link => new HelpLink(link.Text, link.Url))]));
        return Task.CompletedTask;
    }
}
