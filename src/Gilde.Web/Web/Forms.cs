namespace Gilde.Web.Web;

/// <summary>Reads forms by hand, where <c>[FromForm]</c> would refuse one without any field; several fields that are always there go into a record so marked.</summary>
public static class Forms
{
    /// <summary>What was posted; nothing where the request holds no form.</summary>
    public static async Task<IFormCollection> Form(this HttpContext http)
    {
        if (!http.Request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception error) when (IsBroken(error))
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }

    public static async Task<string?> Field(this HttpContext http, string name) => (await http.Form()).TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Of a switch: without a form it is switched on.</summary>
    public static async Task<bool> IsOn(this HttpContext http) => await http.Field("on") != "false";

    /// <summary>The sender's mistake: no boundary, too many fields, an end too early. A full disk is ours.</summary>
    private static bool IsBroken(Exception error) => error is InvalidDataException || error is IOException and not BadHttpRequestException && !StorageFaults.IsFull(error);
}
