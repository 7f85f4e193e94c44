using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Tests;

/// <summary>Connection files that clients write, and those that nobody should start a kernel from.</summary>
public sealed class ConnectionFileTests
{
    private const string Good =
        """{"shell_port":1001,"iopub_port":1002,"stdin_port":1003,"control_port":1004,"hb_port":1005,"ip":"127.0.0.1","key":"k","transport":"tcp","signature_scheme":"hmac-sha256","kernel_name":"x"}""";

    [Fact]
    public void A_client_s_file_is_read()
    {
        var read = ConnectionFile.Parse(Good, "f");
        Assert.Equal((1001, 1002, 1003, 1004, 1005), (read.ShellPort, read.IOPubPort, read.StdinPort, read.ControlPort, read.HeartbeatPort));
        Assert.Equal("k"u8.ToArray(), read.Key);
    }

    [Theory]
    [InlineData("", "not a Jupyter connection file")]
    [InlineData("[]", "not a Jupyter connection file")]
    [InlineData("{}", "not a Jupyter connection file")]
    [InlineData("1001", "\"x\"", "not a Jupyter connection file")]
    [InlineData("1001", "0", "is not a port")]
    [InlineData("1001", "70000", "is not a port")]
    [InlineData("127.0.0.1", "example.org", "not an IP address")]
    [InlineData("127.0.0.1", "*", "not an IP address")]
    [InlineData("\"tcp\"", "\"ipc\"", "transport 'ipc' is not served")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme 'hmac-md5' is not served")]
    public void A_bad_file_is_told(string was, string becomes, string? told = null)
    {
        var (json, message) = told is null ? (was, becomes) : (Good.Replace(was, becomes, StringComparison.Ordinal), told);
        Assert.Contains(message, Assert.Throws<ConnectionFileException>(() => ConnectionFile.Parse(json, "f")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", UnixFileMode.OtherRead, false, false)]
    [InlineData("", UnixFileMode.GroupRead, false, false)]
    [InlineData("", UnixFileMode.OtherRead, true, true)]
    [InlineData("", UnixFileMode.None, false, true)]
    [InlineData("k", UnixFileMode.OtherRead, false, true)]
    public void Without_a_key_the_file_must_be_private(string key, UnixFileMode others, bool allowUnsigned, bool starts)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Good.Replace("\"k\"", $"\"{key}\"", StringComparison.Ordinal));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
            }

            var failure = Record.Exception(() => ConnectionFile.Read(path, allowUnsigned));
            Assert.Equal(starts, failure is null);
            Assert.True(starts || failure is ConnectionFileException);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
