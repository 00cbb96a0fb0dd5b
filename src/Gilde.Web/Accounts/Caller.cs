using Gilde.Web.Formats;

namespace Gilde.Web.Accounts;

/// <summary>Where a request comes from: for throttles, for the list of devices and for the log that the member reads.</summary>
public sealed record Caller(string Address, string Device)
{
    public static readonly Caller CommandLine = new("", "command line");

    public static Caller Of(HttpContext http) => new(
        VisibleText.Cut(http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4().ToString() : http.Connection.RemoteIpAddress?.ToString() ?? "", 45),
        VisibleText.Cut(http.Request.Headers.UserAgent.ToString(), 200));

    public static ValueTask<Caller> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));
}
