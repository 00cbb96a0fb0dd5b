using System.Text.Json;

namespace Gilde.Web.Web.Design;

/// <summary>The addresses of the bundled files, as the manifest that build.mjs wrote names them.</summary>
public sealed record Bundle(string Script, string Style, string Icons, string Font)
{
    /// <summary>Read once when the routes are mapped; every view and icon uses it.</summary>
    public static Bundle Current { get; private set; } = new("", "", "", "");

    public static void Read(string folder)
    {
        var file = Path.Combine(folder, "manifest.json");
        if (!File.Exists(file)) throw new FileNotFoundException($"The bundled assets are missing ({file}). Build the project once: dotnet build src/Gilde.Web");
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file))!;
        Current = new($"/assets/{names["script"]}", $"/assets/{names["style"]}", $"/assets/{names["icons"]}", $"/assets/{names["font"]}");
    }
}
