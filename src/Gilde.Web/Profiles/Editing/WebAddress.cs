namespace Gilde.Web.Profiles.Editing;

/// <summary>A web address as people type it.</summary>
public static class WebAddress
{
    /// <summary>The full address, with https:// where nothing was said; null for what is none.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0 && address.IdnHost.Contains('.') && address.AbsoluteUri.Length <= 500
            ? address.AbsoluteUri
            : null;
    }
}
