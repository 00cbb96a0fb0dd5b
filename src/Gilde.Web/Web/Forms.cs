namespace Gilde.Web.Web;

/// <summary>Reads single fields of a form; several go into a record marked <c>[FromForm]</c>, which refuses a form without any field.</summary>
public static class Forms
{
    public static async Task<string?> Field(this HttpContext http, string name)
    {
        if (!http.Request.HasFormContentType) return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return form.TryGetValue(name, out var values) ? values.ToString() : null;
    }
}
