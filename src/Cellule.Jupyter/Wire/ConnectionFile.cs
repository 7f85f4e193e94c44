using System.Net;
using System.Text;
using System.Text.Json;

namespace Cellule.Jupyter.Wire;

/// <summary>Where a client wants the kernel to listen, and the key with which both sign.</summary>
public sealed record ConnectionFile
{
    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public required string Ip { get; init; }

    public required int ShellPort { get; init; }

    public required int IOPubPort { get; init; }

    public required int StdinPort { get; init; }

    public required int ControlPort { get; init; }

    public required int HeartbeatPort { get; init; }

    public required byte[] Key { get; init; }

    /// <summary>Reads the file that a client wrote.</summary>
    /// <exception cref="ConnectionFileException">The file can't be used; the message says why.</exception>
    public static ConnectionFile Read(string path, bool allowUnsigned = false)
    {
        string json;
        try
        {
            json = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConnectionFileException($"{path}: can't be read: {failure.Message}", failure);
        }

        var connection = Parse(json, path);
        if (connection.Key.Length == 0 && !allowUnsigned && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMayRead) != 0)
        {
            throw new ConnectionFileException(
                $"{path}: the key is empty and others may read the file, so that anyone here could run code as you; " +
                "set a key, make the file private, or pass --allow-unsigned");
        }

        return connection;
    }

    internal static ConnectionFile Parse(string json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            Expect(root, "transport", "tcp", path);
            Expect(root, "signature_scheme", "hmac-sha256", path);
            var ip = root.GetProperty("ip").GetString() ?? "";
            if (!IPAddress.TryParse(ip, out _))
            {
                throw new ConnectionFileException($"{path}: '{ip}' is not an IP address");
            }

            return new ConnectionFile
            {
                Ip = ip,
                ShellPort = Port(root, "shell_port", path),
                IOPubPort = Port(root, "iopub_port", path),
                StdinPort = Port(root, "stdin_port", path),
                ControlPort = Port(root, "control_port", path),
                HeartbeatPort = Port(root, "hb_port", path),
                Key = Encoding.UTF8.GetBytes(root.TryGetProperty("key", out var key) ? key.GetString() ?? "" : ""),
            };
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ConnectionFileException(failure is JsonException broken
                ? $"{path}: not a Jupyter connection file: the JSON breaks off or is wrong at line {broken.LineNumber + 1}"
                : $"{path}: not a Jupyter connection file: {failure.Message}", failure);
        }
    }

    private static void Expect(JsonElement root, string name, string served, string path)
    {
        if (root.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } asked && asked != served)
        {
            throw new ConnectionFileException($"{path}: {name} '{asked}' is not served, only '{served}'");
        }
    }

    private static int Port(JsonElement root, string name, string path)
    {
        var port = root.GetProperty(name).GetInt32();
        return port is > 0 and <= 65_535 ? port : throw new ConnectionFileException($"{path}: {name} {port} is not a port");
    }
}
