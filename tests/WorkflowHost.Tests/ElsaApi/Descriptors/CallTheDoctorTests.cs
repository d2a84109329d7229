using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Descriptors;

/// <summary>The step that a leader adds without writing an expression: what Studio saves from the toolbox's fields becomes a task for the right person on the right day.</summary>
public sealed class CallTheDoctorTests(TestHost host) : IClassFixture<TestHost>
{
    /// <summary>As Studio 3.8.2 writes it: literal values, lists as JSON in a text, no type names on fields that were set for the first time, no field for what was left alone.</summary>
    private const string Saved = """
        {
          "model": {
            "definitionId": null, "name": "Ring fastlegen når noen søker", "description": "", "createdAt": "0001-01-01T00:00:00+00:00", "version": 1, "toolVersion": "3.8.0.0",
            "variables": null, "inputs": null, "outputs": null, "outcomes": null, "customProperties": null, "isReadonly": false, "isSystem": false, "isLatest": false, "isPublished": false,
            "options": null, "id": null, "links": null,
            "root": {
              "id": "c42e8e258ecdb4be", "type": "Elsa.Flowchart", "version": 1, "name": "Flowchart1", "metadata": {}, "customProperties": {}, "variables": [],
              "activities": [
                {
                  "id": "5b1d0c7f2f9a4e01", "nodeId": "Workflow1:c42e8e258ecdb4be:5b1d0c7f2f9a4e01", "name": "Event1", "type": "Elsa.Event", "version": 1,
                  "customProperties": { "canStartWorkflow": true }, "metadata": { "designer": { "position": { "x": 0, "y": 0 }, "size": { "width": 180, "height": 50 } } },
                  "eventName": { "typeName": null, "expression": { "type": "Literal", "value": "request-received" } }
                },
                {
                  "id": "77aa0c7f2f9a4e02", "nodeId": "Workflow1:c42e8e258ecdb4be:77aa0c7f2f9a4e02", "name": "CaseTask1", "type": "IndividualPlan.CaseTask", "version": 1,
                  "customProperties": {}, "metadata": { "displayText": "Ring fastlegen", "designer": { "position": { "x": 300, "y": 0 }, "size": { "width": 180, "height": 50 } } },
                  "outcomes": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"Fikk svar\",\"Ikke svar\"]" } },
                  "title": { "typeName": null, "expression": { "type": "Literal", "value": "Ring fastlegen" } },
                  "role": { "typeName": null, "expression": { "type": "Literal", "value": "Coordinator" } },
                  "dueIn": { "typeName": null, "expression": { "type": "Literal", "value": "3 arbeidsdager" } }
                },
                { "id": "88aa0c7f2f9a4e03", "nodeId": "Workflow1:c42e8e258ecdb4be:88aa0c7f2f9a4e03", "name": "EndOfPath1", "type": "IndividualPlan.EndOfPath", "version": 1, "customProperties": {}, "metadata": {} }
              ],
              "connections": [
                { "source": { "activity": "5b1d0c7f2f9a4e01", "port": "Done" }, "target": { "activity": "77aa0c7f2f9a4e02", "port": "In" }, "vertices": [] },
                { "source": { "activity": "77aa0c7f2f9a4e02", "port": "Fikk svar" }, "target": { "activity": "88aa0c7f2f9a4e03", "port": "In" }, "vertices": [] },
                { "source": { "activity": "77aa0c7f2f9a4e02", "port": "Ikke svar" }, "target": { "activity": "77aa0c7f2f9a4e02", "port": "In" }, "vertices": [] }
              ]
            }
          },
          "publish": true
        }
        """;

    [Fact]
    public async Task A_step_saved_by_Studio_opens_a_task_for_the_coordinator_on_the_third_working_day_with_its_two_answers()
    {
        using var leader = await host.AsAsync("leader");
        using var manager = await host.AsAsync("casemanager");
        var saved = await leader.PostAsJsonAsync("/elsa/api/workflow-definitions", JsonNode.Parse(Saved));
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());

        var caseId = (string)(await host.RegisterAsync())["caseId"]!;

        var task = Assert.Single(await leader.ItemsAsync($"/api/tasks?caseId={caseId}&state=open"), t => (string?)t!["title"] == "Ring fastlegen")!;
        Assert.Equal(("Coordinator", "2027-01-14"), ((string?)task["role"], (string?)task["dueOn"]));
        var details = (await leader.GetFromJsonAsync<JsonObject>($"/api/tasks/{task["taskId"]}"))!;
        Assert.Equal(["Fikk svar", "Ikke svar"], details["outcomes"]!.AsArray().Select(o => (string)o!["value"]!));
    }
}
