namespace Gilde.Web.Web.Design;

/// <summary>The icon of each kind of notice and toast.</summary>
internal static class Signs
{
    public static string Of(string kind) => kind switch
    {
        "success" => "circle-check",
        "warning" => "triangle-alert",
        "error" => "circle-alert",
        _ => "info",
    };
}
