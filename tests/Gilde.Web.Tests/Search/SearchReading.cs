using System.Text.Json;

namespace Gilde.Web.Tests.Search;

/// <summary>Handles of the people found, in their order, read from the JSON.</summary>
internal static class SearchReading
{
    public static async Task<IReadOnlyList<string>> Finds(this HttpClient viewer, string query) =>
        JsonDocument.Parse(await viewer.Json("/search?" + query)).RootElement.EnumerateArray().Select(p => p.GetProperty("handle").GetString()!).ToList();

    public static Task<IReadOnlyList<string>> FindsText(this HttpClient viewer, string text) => viewer.Finds("q=" + Uri.EscapeDataString(text));

    public static Task<IReadOnlyList<string>> Finds(this TestMember viewer, string query) => viewer.Client.Finds(query);

    public static Task<IReadOnlyList<string>> FindsText(this TestMember viewer, string text) => viewer.Client.FindsText(text);
}
